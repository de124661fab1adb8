//! Finding members.

use super::{ListedMember, MEMBERS_PER_PAGE, MemberList};
use crate::like::beginning_with;
use crate::members::{MemberId, require_admin};
use crate::{Moment, Outcome, Shop};

/// Nobody turns that many pages, and MySQL would have to.
const PAGE_MAX: u32 = 1_000;
/// A search looks at this many names and as many e-mail addresses; whoever finds that many needs
/// longer words, not another page.
const FOUND_MAX: u32 = 1_000;
/// An e-mail address is the longest that can be found.
const WORDS_CHARS_MAX: usize = 254;

struct Row {
    id: u64,
    name: String,
    email: String,
    signed_up_at: Moment,
    roles: Option<String>,
    is_blocked: bool,
}

/// A page, from 1, of the members whose name or e-mail address begins with the words, newest
/// first; of all of them without words.
///
/// # Errors
/// [`Refusal::NotAllowed`](crate::Refusal).
pub async fn list(shop: &Shop, by: MemberId, words: &str, page: u32) -> Outcome<MemberList> {
    require_admin(shop, by).await?;
    let page = page.clamp(1, PAGE_MAX);
    let skipped = (page - 1) * MEMBERS_PER_PAGE;
    let mut rows = match words.trim() {
        "" => newest(shop, skipped).await?,
        words => found(shop, &beginning_with(words, WORDS_CHARS_MAX), skipped).await?,
    };
    // One more than is shown was asked for, only to see that it is there.
    let shown = MEMBERS_PER_PAGE as usize;
    let has_next = rows.len() > shown && page < PAGE_MAX;
    rows.truncate(shown);
    Ok(MemberList { members: rows.into_iter().map(ListedMember::from).collect(), page, has_next })
}

/// The index is named: some optimizers would rather sort everybody than skip a page in it.
async fn newest(shop: &Shop, skipped: u32) -> Outcome<Vec<Row>> {
    Ok(sqlx::query_as!(
        Row,
        r#"select m.id, m.name, m.email, m.signed_up_at as "signed_up_at: Moment",
                  (select group_concat(r.role order by r.role) from member_roles r
                   where r.member_id = m.id) as "roles?: String",
                  b.member_id is not null as "is_blocked!: bool"
           from (select id from members force index (members_newest)
                 order by signed_up_at desc, id desc limit ? offset ?) page
           join members m on m.id = page.id
           left join member_blocks b on b.member_id = m.id
           order by m.signed_up_at desc, m.id desc"#,
        MEMBERS_PER_PAGE + 1,
        skipped,
    )
    .fetch_all(&shop.mysql)
    .await?)
}

/// Each half has an index of its own; `or` would have none.
async fn found(shop: &Shop, pattern: &str, skipped: u32) -> Outcome<Vec<Row>> {
    Ok(sqlx::query_as!(
        Row,
        r#"select m.id, m.name, m.email, m.signed_up_at as "signed_up_at: Moment",
                  (select group_concat(r.role order by r.role) from member_roles r
                   where r.member_id = m.id) as "roles?: String",
                  b.member_id is not null as "is_blocked!: bool"
           from ((select id from members where name like ? limit ?)
                 union
                 (select id from members where email like ? limit ?)) found
           join members m on m.id = found.id
           left join member_blocks b on b.member_id = m.id
           order by m.signed_up_at desc, m.id desc
           limit ? offset ?"#,
        pattern,
        FOUND_MAX,
        pattern,
        FOUND_MAX,
        MEMBERS_PER_PAGE + 1,
        skipped,
    )
    .fetch_all(&shop.mysql)
    .await?)
}

impl From<Row> for ListedMember {
    fn from(row: Row) -> Self {
        let roles = row.roles.unwrap_or_default();
        Self {
            id: MemberId(row.id),
            name: row.name,
            email: row.email,
            signed_up_at: row.signed_up_at,
            roles: roles.split(',').filter_map(|role| role.parse().ok()).collect(),
            is_blocked: row.is_blocked,
        }
    }
}
