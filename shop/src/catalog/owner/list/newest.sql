select id from products
where created_at >= ?
order by created_at desc, id desc
limit ? offset ?
