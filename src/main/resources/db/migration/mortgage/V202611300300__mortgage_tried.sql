-- When a request that waits was tried last: who waits for somebody else for weeks keeps nobody from his turn.
ALTER TABLE mortgage_request ADD COLUMN tried_at timestamptz;
