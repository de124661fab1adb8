//! Reading the record.

use super::{Actor, AuditPage, ENTRIES_PER_PAGE, Entry, Subject};
use crate::members::{MemberId, require_admin};
use crate::{Moment, Outcome, Shop};
use serde_json::Value;

/// Nobody turns that many pages, and MySQL would have to.
const PAGE_MAX: u32 = 1_000;

struct Row {
    at: Moment,
    actor_id: u64,
    actor: String,
    action: String,
    subject: String,
    subject_id: u64,
    detail: String,
}

/// A page of the entries that a filter lets through. A macro, since the text of a `query_as!` is
/// written out: each filter has an index of its own, which `? is null or …` would not use. It is
/// named, since some optimizers would rather walk through all of the record.
macro_rules! entries {
    ($shop:expr, $index:tt, $filter:tt, $page:expr $(, $value:expr)*) => {
        sqlx::query_as!(
            Row,
            r#"select e.at as "at: Moment", e.actor_id, m.name as actor, e.action, e.subject,
                      e.subject_id, e.detail
               from (select id from audit_entries force index ("#
                + $index
                + ") where "
                + $filter
                + r#" order by id desc limit ? offset ?) page
               join audit_entries e on e.id = page.id
               join members m on m.id = e.actor_id
               order by e.id desc"#,
            $($value,)*
            ENTRIES_PER_PAGE + 1,
            ($page - 1) * ENTRIES_PER_PAGE,
        )
        .fetch_all(&$shop.mysql)
        .await?
    };
}

/// A page, from 1, of what owners did, newest first: all of it, or what was done to one kind of
/// [`Subject`], or by one person, or both.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal).
pub async fn list(
    shop: &Shop,
    by: MemberId,
    kind: Option<&str>,
    actor: Option<MemberId>,
    page: u32,
) -> Outcome<AuditPage> {
    require_admin(shop, by).await?;
    let page = page.clamp(1, PAGE_MAX);
    let mut rows: Vec<Row> = match (kind, actor) {
        (None, None) => entries!(shop, "primary", "true", page),
        (Some(kind), None) => {
            entries!(shop, "audit_entries_of_kind", "subject = ?", page, kind)
        }
        (None, Some(actor)) => {
            entries!(shop, "audit_entries_of_actor", "actor_id = ?", page, actor.0)
        }
        (Some(kind), Some(actor)) => {
            entries!(
                shop,
                "audit_entries_of_actor",
                "subject = ? and actor_id = ?",
                page,
                kind,
                actor.0
            )
        }
    };
    // One more than is shown was asked for, only to see that it is there.
    let shown = ENTRIES_PER_PAGE as usize;
    let has_next = rows.len() > shown && page < PAGE_MAX;
    rows.truncate(shown);
    let entries: Vec<Entry> = rows.into_iter().filter_map(Row::into_entry).collect();
    Ok(AuditPage { actors: actors(shop, &entries).await?, entries, page, has_next })
}

/// Whoever has a role, and whoever did something on this page: to look through all of the record
/// for names would cost more than they are worth.
async fn actors(shop: &Shop, shown: &[Entry]) -> Outcome<Vec<Actor>> {
    let rows = sqlx::query!(
        "select distinct m.id, m.name
         from member_roles r join members m on m.id = r.member_id"
    )
    .fetch_all(&shop.mysql)
    .await?;
    let staff = rows.into_iter().map(|row| Actor { id: MemberId(row.id), name: row.name });
    let mut actors: Vec<Actor> = staff.collect();
    for entry in shown {
        if actors.iter().all(|actor| actor.id != entry.actor.id) {
            actors.push(entry.actor.clone());
        }
    }
    actors.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok(actors)
}

impl Row {
    fn into_entry(self) -> Option<Entry> {
        Some(Entry {
            at: self.at,
            actor: Actor { id: MemberId(self.actor_id), name: self.actor },
            action: self.action,
            subject: Subject::from_parts(&self.subject, self.subject_id)?,
            detail: readable(&self.detail),
        })
    }
}

/// The names and values of a JSON object. What was cut, and is no JSON any more, is shown as it
/// is.
fn readable(detail: &str) -> Vec<(String, String)> {
    match serde_json::from_str(detail) {
        Ok(Value::Object(pairs)) => {
            pairs.into_iter().map(|(name, value)| (name, as_text(&value))).collect()
        }
        _ => vec![(String::new(), detail.to_owned())],
    }
}

fn as_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => "–".to_owned(),
        Value::Array(values) => values.iter().map(as_text).collect::<Vec<_>>().join(", "),
        Value::Object(pairs) => {
            let pairs = pairs.iter().map(|(name, value)| format!("{name} {}", as_text(value)));
            pairs.collect::<Vec<_>>().join(", ")
        }
        Value::Bool(_) | Value::Number(_) => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::readable;

    fn shown(detail: &str) -> String {
        let pairs = readable(detail).into_iter().map(|(name, value)| format!("{name}: {value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn a_detail_reads_as_names_and_values() {
        let detail = r#"{"quota":{"from":10,"to":20},"reason":"a \"good\" one","rate":null}"#;
        // serde_json keeps the keys in the order of the alphabet.
        assert_eq!(shown(detail), "quota: from 10, to 20; rate: –; reason: a \"good\" one");
        assert_eq!(shown(r#"{"names":["a","b"],"on":true}"#), "names: a, b; on: true");
        assert_eq!(shown("{}"), "");
    }

    #[test]
    fn a_detail_that_was_cut_is_still_shown() {
        assert_eq!(shown(r#"{"reason":"a long sto"#), r#": {"reason":"a long sto"#);
    }
}
