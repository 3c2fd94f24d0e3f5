//! Products, orders and line items.

use serde_json::{Value, json};

use super::deals::check_currency;
use crate::internal::Internal;
use crate::rest::code::Code;
use crate::rest::draft::Draft;
use crate::rest::judge::decimal;
use crate::store::records::Fields;

/// A product's prices each have an amount and a currency.
#[expect(
    clippy::unnecessary_wraps,
    reason = "a rule may fail, though this one cannot"
)]
pub(crate) fn product(draft: &mut Draft<'_>) -> Result<(), Internal> {
    if !draft.text("cost_currency").is_empty() {
        check_currency(draft, "cost_currency");
    }
    let prices = draft
        .fields
        .get("prices")
        .and_then(Value::as_array)
        .cloned();
    let mut kept = Vec::new();
    for price in prices.unwrap_or_default() {
        let amount = decimal(price.get("amount").unwrap_or(&Value::Null));
        let currency = price.get("currency").and_then(Value::as_str);
        if let (Ok(amount), Some(currency)) = (amount, currency) {
            kept.push(json!({"amount": amount, "currency": currency}));
        } else {
            let details = "Each price has an `amount` of digits and a `currency`.";
            draft.refuse("prices", Code::IncorrectValue, details);
        }
    }
    draft.set("prices", Value::Array(kept));
    Ok(())
}

/// A discount is a share of the whole.
#[expect(
    clippy::unnecessary_wraps,
    reason = "a rule may fail, though this one cannot"
)]
pub(crate) fn order(draft: &mut Draft<'_>) -> Result<(), Internal> {
    let discount = draft.number("discount").unwrap_or_default();
    if !(0..=100).contains(&discount) {
        let details = "The discount must be from 0 to 100 percent.";
        draft.refuse("discount", Code::IncorrectValue, details);
    }
    Ok(())
}

/// A line item repeats what the product was called and cost when it was added.
pub(crate) fn line_item(draft: &mut Draft<'_>) -> Result<(), Internal> {
    if draft.number("quantity").unwrap_or_default() < 1 {
        draft.refuse(
            "quantity",
            Code::IncorrectValue,
            "The quantity must be at least 1.",
        );
    }
    let id = draft.number("product_id").unwrap_or_default();
    let product = draft.change.records.get("products", 0, id)?;
    let product = product.map(|product| product.fields()).transpose()?;
    let product = product.unwrap_or_default();
    for name in ["name", "sku", "description"] {
        draft.set(name, product.get(name).cloned().unwrap_or_default());
    }
    let Some(price) = price_in(&product, draft.text("currency")) else {
        let details = "The product has no price in this currency.";
        draft.refuse("currency", Code::IncorrectValue, details);
        return Ok(());
    };
    if draft.text("value").is_empty() {
        let Some(value) = varied(&price, draft.text("variation")) else {
            let details = "The variation of this price is too large to calculate.";
            draft.refuse("variation", Code::IncorrectValue, details);
            return Ok(());
        };
        draft.set("value", json!(value));
    }
    draft.set("price", json!(price));
    Ok(())
}

fn price_in(product: &Fields, currency: &str) -> Option<String> {
    let prices = product.get("prices")?.as_array()?;
    let in_currency = |price: &&Value| price.get("currency").is_some_and(|own| own == currency);
    let amount = prices.iter().find(in_currency)?.get("amount")?;
    Some(amount.as_str()?.to_owned())
}

/// A price raised or lowered by a share in percent, to two decimals. Digits, not floating point,
/// because this is money.
fn varied(price: &str, percent: &str) -> Option<String> {
    const SCALE: i128 = 10_000;
    let price = scaled(price, SCALE)?;
    let factor = scaled(percent, SCALE)?.checked_add(100 * SCALE)?;
    // Scaled by SCALE twice and by 100; hundredths are wanted, rounded half away from zero.
    let product = price.checked_mul(factor)?;
    let divisor = SCALE * SCALE;
    let half = divisor / 2 * product.signum();
    let cents = product.checked_add(half)? / divisor;
    let sign = if cents < 0 { "-" } else { "" };
    Some(format!(
        "{sign}{}.{:02}",
        cents.abs() / 100,
        cents.abs() % 100
    ))
}

/// A text of digits as a whole number of `1 / scale`.
fn scaled(text: &str, scale: i128) -> Option<i128> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut value: i128 = whole.parse().ok()?;
    value = value.checked_mul(scale)?;
    let mut unit = scale;
    for digit in part.bytes() {
        unit /= 10;
        value = value.checked_add(i128::from(digit.checked_sub(b'0')?).checked_mul(unit)?)?;
    }
    Some(sign * value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_varies_by_percent_and_is_rounded_to_cents() {
        for (price, percent, value) in [
            ("100", "0", "100.00"),
            ("19.99", "-10", "17.99"),
            ("19.99", "10", "21.99"),
            ("0.05", "50", "0.08"),
            ("10", "2.5", "10.25"),
            ("10", "-200", "-10.00"),
        ] {
            assert_eq!(
                varied(price, percent).as_deref(),
                Some(value),
                "{price} {percent}"
            );
        }
        assert_eq!(varied(&"9".repeat(40), "0"), None);
    }
}
