//! Products, and the orders made of them.

use super::Filter::Field as Where;
use super::field::{CREATED_AT, Field, Form, ID, Preset, UPDATED_AT, field, fixed};
use super::{ALL, Action, Consequence, Resource};
use crate::rest::rules::catalogue as rules;

pub(super) const RESOURCES: &[Resource] = &[PRODUCTS, ORDERS, LINE_ITEMS];

const PRODUCTS: Resource = Resource::new(
    "products",
    "product",
    ALL,
    &[
        ID,
        field("name", Form::Text).required(),
        field("description", Form::Text),
        field("sku", Form::Text),
        field("active", Form::Flag).starts(Preset::Flag(true)),
        field("max_discount", Form::Number),
        field("max_markup", Form::Number),
        field("cost", Form::Decimal),
        field("cost_currency", Form::Text),
        field("prices", Form::Objects),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.paged_up_to(500)
.filtered_by(&[Where("name"), Where("sku"), Where("active")])
.unique_by(&["sku"])
.completed_by(rules::product)
.deleted_by_admins();

const ORDERS: Resource = Resource::new(
    "orders",
    "order",
    ALL,
    &[
        ID,
        field("deal_id", Form::Id("deals")).required(),
        field("discount", Form::Number).starts(Preset::Zero),
        CREATED_AT,
        UPDATED_AT,
    ],
)
.paged_up_to(500)
.filtered_by(&[Where("deal_id")])
.unique_by(&["deal_id"])
.completed_by(rules::order)
.on_delete(&[Consequence::DeleteNested {
    resource: "line_items",
}]);

const LINE_ITEM: &[Field] = &[
    ID,
    field("product_id", Form::Id("products")).required(),
    fixed("name", Form::Text),
    fixed("sku", Form::Text),
    fixed("description", Form::Text),
    field("value", Form::Decimal),
    field("variation", Form::Decimal).starts(Preset::Text("0")),
    fixed("price", Form::Decimal),
    field("currency", Form::Text).required(),
    field("quantity", Form::Number).required(),
    CREATED_AT,
    UPDATED_AT,
];

const LINE_ITEMS: Resource = Resource::new(
    "line_items",
    "line_item",
    &[Action::List, Action::Show, Action::Create, Action::Delete],
    LINE_ITEM,
)
.nested_in("orders", "orders/{order_id}/line_items")
.filtered_by(&[Where("quantity"), Where("value")])
.completed_by(rules::line_item);
