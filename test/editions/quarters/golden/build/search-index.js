window.roadmapSearch={contexts:["","水道","1. 台帳の整備","①管路の調査","②台帳の公開"],
pages:["sections.html","section-ledger.html","department-waterworks.html"],
entries:[
["水道",0,0,0,"water"],
["1. 台帳の整備","1.台帳の整備",1,1,""],
["①管路の調査","1管路の調査",2,1,"survey"],
["②台帳の公開","2台帳の公開",2,1,"publish"],
["北地区",0,3,1,"survey-north"],
["南地区",0,3,1,"survey-south"],
["現地の調査",0,3,1,"survey-north.2024Q1"],
["結果の整理",0,3,1,"survey-north.2024Q3"],
["台帳への登録",0,3,1,"survey-north.2024Q4"],
["現地の調査",0,3,1,"survey-south.2024Q2"],
["結果の整理",0,3,1,"survey-south.2024Q4"],
["公開用の地図の作成（令和7年3月まで）","公開用の地図の作成(令和7年3月まで)",4,1,"publish-map.2024Q3"],
["調査の完了",0,3,1,"survey-south"],
["水道課",0,0,2,""]
]};
