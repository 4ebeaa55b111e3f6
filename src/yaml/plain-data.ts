/** Plain data as it comes out of YAML: every scalar is text, and what it means is decided by its place in the schema. */
export type YamlData = string | YamlData[] | { [key: string]: YamlData };
