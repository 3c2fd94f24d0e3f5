//! A lead becomes contacts, and a deal.

use serde_json::{Value, json};

use super::{Api, one, problems};

#[tokio::test]
async fn a_lead_becomes_a_person_an_organization_and_a_deal() {
    let api = Api::new().await;
    let data = json!({"lead_id": 400_003, "owner_id": 70124, "create_deal": true});
    let answer = api.create("/v2/lead_conversions", data).await.json();
    let conversion = &answer["data"];
    assert_eq!(
        conversion.get("create_deal"),
        None,
        "an order is not a field"
    );
    let at = |path: &str, id: &str| format!("/v2/{path}/{}", conversion[id]);
    let person = api.record(&at("contacts", "individual_id")).await;
    assert_eq!(person["name"], "Amélie Essai");
    assert_eq!(person["contact_id"], conversion["organization_id"]);
    assert_eq!(person["owner_id"], 70124);
    let organization = api.record(&at("contacts", "organization_id")).await;
    assert_eq!(organization["is_organization"], true);
    let deal = api.record(&at("deals", "deal_id")).await;
    assert_eq!(deal["contact_id"], conversion["individual_id"]);
    assert_eq!(deal["organization_id"], conversion["organization_id"]);

    assert_eq!(
        api.get("/v2/leads/400003").await.status,
        404,
        "the lead is gone"
    );
    let note = api.record("/v2/notes/500006").await;
    assert_eq!(note["resource_type"], "contact");
    assert_eq!(
        note["resource_id"], conversion["individual_id"],
        "its notes are not"
    );
    let again = api
        .create("/v2/lead_conversions", json!({"lead_id": 400_003}))
        .await;
    assert_eq!(problems(&again), one("incorrect_value", "/lead_id"));
}

#[tokio::test]
async fn a_lead_with_one_name_becomes_one_contact() {
    let api = Api::new().await;
    for (lead, there, absent) in [
        (400_006, "individual_id", "organization_id"),
        (400_004, "organization_id", "individual_id"),
    ] {
        let answer = api
            .create("/v2/lead_conversions", json!({"lead_id": lead}))
            .await
            .json();
        assert!(answer["data"][there].is_i64(), "{answer}");
        assert_eq!(answer["data"][absent], Value::Null);
        assert_eq!(answer["data"]["deal_id"], Value::Null);
    }
}
