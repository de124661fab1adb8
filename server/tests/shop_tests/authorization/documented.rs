//! What docs/http.md says whom a server function is for, held against what it does.

use super::Line;
use super::ways::DOCUMENT;

/// Panics where the document's column "for" and the statuses of a good request disagree.
pub fn hold_against(lines: &[Line]) {
    let document = std::fs::read_to_string(DOCUMENT).unwrap();
    for row in document.lines().filter(|line| line.starts_with("| `/api/")) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let (path, whom) = (cells[1].trim_matches('`'), cells[3]);
        let line = lines.iter().find(|line| line.way.path == path);
        let Some(Line { statuses, .. }) = line else {
            panic!("docs/http.md lists {path}, which is not there");
        };
        assert!(is_for(whom, statuses), "{path} is for {whom:?}, and answers {statuses:?}");
    }
}

/// Visitor, member, other member, counsellor, admin.
fn is_for(whom: &str, statuses: &[u16; 5]) -> bool {
    let done = |status: u16| (200..400).contains(&status);
    let [visitor, member, other, counsellor, admin] = *statuses;
    match whom {
        "everybody" => [visitor, member].into_iter().all(done) && other != 403,
        "its shopper" => [visitor, other, counsellor, admin] == [404; 4] && done(member),
        "its shopper, counsellors, admins" => {
            [visitor, other] == [404; 2] && [member, counsellor, admin].into_iter().all(done)
        }
        // What is another's is not there at all.
        "members" => visitor == 401 && done(member) && other != 403,
        "counsellors, admins" => {
            [visitor, member, other] == [401, 403, 403] && done(counsellor) && done(admin)
        }
        "admins" => [visitor, member, other, counsellor] == [401, 403, 403, 403] && done(admin),
        _ => false,
    }
}
