//! The promise under fault, on real servers: a database, a Redis and two servers as processes of
//! their own are killed, stopped, starved and misled while a crowd wants a drop's coupons.
//!
//! Each test shows that its fault has hit, and ends in the rehearsal's checker, which holds what
//! everybody was told against what MySQL has. `docs/reliability.md` lists them.

mod clocks;
mod full_disk;
mod kills;
mod kit;
mod lost_replies;
mod mysql_away;
mod pauses;
mod power_cut;
mod redis_away;
mod talks;
mod zombies;
