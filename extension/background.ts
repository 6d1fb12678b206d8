chrome.alarms.onAlarm.addListener(() => undefined);
