// A small company that does not exist. Every name says so, and nobody can be written to.

const DATED = { created_at: "2026-01-05T09:00:00Z", updated_at: "2026-02-02T14:30:00Z" };
const OWNED = { creator_id: 1, owner_id: 1, tags: [], custom_fields: {}, ...DATED };

const person = (id, name, role) => ({ id, name, email: "user" + id + "@sample.test", role, roles: [], status: "active", invited: true, confirmed: true, phone_number: null, team_name: null, group: null, reports_to: null, timezone: null, deleted_at: null, ...DATED });

const organization = (id, name) => ({ id, name, is_organization: true, contact_id: null, email: null, website: null, ...OWNED });

const contact = (id, first_name, of) => ({ id, name: first_name + " Sample", first_name, last_name: "Sample", is_organization: false, contact_id: of, email: "contact" + id + "@sample.test", website: null, ...OWNED });

const lead = (id, first_name, status) => ({ id, first_name, last_name: "Sample", organization_name: "Sample Lead " + id, status, email: "lead" + id + "@sample.test", phone: null, ...OWNED });

const deal = (id, name, value, stage_id, contact_id) => ({ id, name: "Sample deal: " + name, value, currency: "EUR", hot: false, stage_id, contact_id, organization_id: null, estimated_close_date: null, ...OWNED });

const stage = (id, name, likelihood) => ({ id, name: "Sample stage: " + name, category: likelihood === 100 ? "won" : "incoming", position: id, likelihood, active: likelihood < 100, pipeline_id: 1, ...DATED });

/**
 * The records, by the names of their resources.
 *
 * @param {{ owner: string, account: string }} names of the person and of the account
 * @returns {Record<string, object[]>}
 */
export const sampleRecords = ({ owner, account }) => ({
  accounts: [{ id: 1, name: account, currency: "EUR", time_format: "24H", timezone: "UTC", phone: null, subdomain: "sample", ...DATED }],
  users: [person(1, owner, "admin"), person(2, "Sample Colleague", "user")],
  contacts: [organization(11, "Sample Bakery"), contact(12, "Ada", 11), contact(13, "Ben", 11), organization(14, "Sample Boats"), contact(15, "Cleo", 14)],
  leads: [lead(21, "Dora", "New"), lead(22, "Emil", "Working"), lead(23, "Fay", "Unqualified")],
  deals: [deal(31, "ovens", "12500.00", 1, 12), deal(32, "sails", "4800.00", 2, 15), deal(33, "flour", "990.00", 3, 13)],
  pipelines: [{ id: 1, name: "Sample pipeline", ...DATED }],
  stages: [stage(1, "incoming", 10), stage(2, "quote", 50), stage(3, "won", 100)],
  notes: [{ id: 41, resource_type: "deal", resource_id: 31, content: "A sample note.", type: "regular", is_important: false, ...OWNED }],
  tasks: [{ id: 51, resource_type: "deal", resource_id: 32, content: "A sample task", completed: false, due_date: null, overdue: false, remind_at: null, ...OWNED }],
});

/** Lists of Sell that this company has nothing in. */
export const emptyLists = ["call_outcomes", "calls", "collaborations", "deal_sources", "deal_unqualified_reasons", "documents", "lead_conversions", "lead_sources", "lead_statuses", "lead_unqualified_reasons", "loss_reasons", "orders", "products", "sequence_enrollments", "sequences", "sources", "tags", "text_messages", "visit_outcomes", "visits"];
