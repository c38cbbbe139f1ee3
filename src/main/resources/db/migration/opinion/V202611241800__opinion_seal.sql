-- electronic seals (GB/T 38540) as their maker handed them over
CREATE TABLE opinion_seal (
    seal_id     text PRIMARY KEY,
    data        bytea       NOT NULL,
    digest      text        NOT NULL,
    name        text        NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_to    timestamptz NOT NULL,
    proposed_by text        NOT NULL,
    proposed_at timestamptz NOT NULL,
    reason      text        NOT NULL
);

-- who let a seal be used, who stopped it
CREATE TABLE opinion_seal_event (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    seal_id text        NOT NULL REFERENCES opinion_seal,
    kind    text        NOT NULL CHECK (kind IN ('enabled', 'disabled')),
    who     text        NOT NULL,
    at      timestamptz NOT NULL,
    reason  text        NOT NULL,
    UNIQUE (seal_id, kind)
);

CREATE FUNCTION opinion_seal_takes_two() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.kind = 'enabled' AND EXISTS (SELECT 1 FROM opinion_seal WHERE seal_id = NEW.seal_id AND proposed_by = NEW.who) THEN
        RAISE EXCEPTION 'a seal is enabled by another person than the one who proposed it';
    END IF;
    IF NEW.kind = 'enabled' AND EXISTS (SELECT 1 FROM opinion_seal_event WHERE seal_id = NEW.seal_id AND kind = 'disabled') THEN
        RAISE EXCEPTION 'a disabled seal is never used again';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER opinion_seal_takes_two BEFORE INSERT ON opinion_seal_event
    FOR EACH ROW EXECUTE FUNCTION opinion_seal_takes_two();
CREATE TRIGGER opinion_seal_is_final BEFORE UPDATE OR DELETE ON opinion_seal
    FOR EACH ROW EXECUTE FUNCTION opinion_is_final();
CREATE TRIGGER opinion_seal_event_is_final BEFORE UPDATE OR DELETE ON opinion_seal_event
    FOR EACH ROW EXECUTE FUNCTION opinion_is_final();

-- with which seal; null for a file without an electronic seal of GB/T 38540
ALTER TABLE opinion_sealing ADD COLUMN seal_id text REFERENCES opinion_seal;
