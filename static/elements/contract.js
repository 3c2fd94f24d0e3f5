// Generated from contract.json. Do not edit.

export const version = "0.1.0";

export const statuses = ["booting","signed-out","signing-in","active","expiring","expired","rejected","failed"];

export const events = {
  "sell-before-sign-in": {"cancelable":true,"on":["sell-sign-in","sell-scopes"]},
  "sell-signed-in": {"cancelable":false,"on":["sell-sign-in"]},
  "sell-signed-out": {"cancelable":false,"on":["sell-sign-in"]},
  "sell-status": {"cancelable":false,"on":["sell-sign-in","sell-token"]},
  "sell-expiring": {"cancelable":false,"on":["sell-sign-in"]},
  "sell-inspected": {"cancelable":false,"on":["sell-token"]},
  "sell-call": {"cancelable":false,"on":["sell-scopes"]},
  "sell-error": {"cancelable":false,"on":["sell-sign-in","sell-token","sell-scopes"]},
};

export const elements = {
  "sell-sign-in": {
    attributes: [
      {"name":"session","property":"session","type":"string","default":"default"},
      {"name":"theme","property":"theme","type":"choice","default":"auto","values":["auto","light","dark"]},
      {"name":"lang","property":"lang","type":"string","native":true},
      {"name":"heading-level","property":"headingLevel","type":"number","default":2,"min":1,"max":6},
      {"name":"warn-before","property":"warnBefore","type":"number","default":300,"min":0,"max":86400},
      {"name":"client-id","property":"clientId","type":"string"},
      {"name":"redirect-uri","property":"redirectUri","type":"string"},
      {"name":"scope","property":"scope","type":"string"},
      {"name":"auth-base","property":"authBase","type":"string","default":"https://api.getbase.com"},
      {"name":"api-base","property":"apiBase","type":"string","default":"https://api.getbase.com"},
      {"name":"mode","property":"mode","type":"choice","default":"redirect","values":["redirect","popup"]},
      {"name":"storage","property":"storage","type":"choice","default":"tab","values":["tab","memory"]},
      {"name":"expose-token","property":"exposeToken","type":"boolean"},
      {"name":"variant","property":"variant","type":"choice","default":"button","values":["button","badge","card"]},
      {"name":"size","property":"size","type":"choice","default":"medium","values":["small","medium","large"]},
      {"name":"label","property":"label","type":"string"},
      {"name":"disabled","property":"disabled","type":"boolean"},
    ],
  },
  "sell-token": {
    attributes: [
      {"name":"session","property":"session","type":"string","default":"default"},
      {"name":"theme","property":"theme","type":"choice","default":"auto","values":["auto","light","dark"]},
      {"name":"lang","property":"lang","type":"string","native":true},
      {"name":"heading-level","property":"headingLevel","type":"number","default":2,"min":1,"max":6},
      {"name":"warn-before","property":"warnBefore","type":"number","default":300,"min":0,"max":86400},
      {"name":"source","property":"source","type":"choice","default":"both","values":["both","session","paste"]},
      {"name":"no-revoke","property":"noRevoke","type":"boolean"},
      {"name":"no-reveal","property":"noReveal","type":"boolean"},
    ],
  },
  "sell-scopes": {
    attributes: [
      {"name":"session","property":"session","type":"string","default":"default"},
      {"name":"theme","property":"theme","type":"choice","default":"auto","values":["auto","light","dark"]},
      {"name":"lang","property":"lang","type":"string","native":true},
      {"name":"heading-level","property":"headingLevel","type":"number","default":2,"min":1,"max":6},
      {"name":"warn-before","property":"warnBefore","type":"number","default":300,"min":0,"max":86400},
      {"name":"no-write","property":"noWrite","type":"boolean"},
    ],
  },
};
