select p.id
from members m
join products p on p.created_by = m.id
where m.name like ? and p.created_at >= ? and (? is null or p.standing = ?)
order by p.created_at desc, p.id desc
limit ? offset ?
