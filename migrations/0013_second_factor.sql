-- How staff show who they are a second time, and where members are signed in.

alter table sessions
    -- The browser and the system in words of ours; null is one that we do not know.
    add column device varchar(40) null;
