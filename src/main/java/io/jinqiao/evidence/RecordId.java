package io.jinqiao.evidence;

/** Identity of one journal record: a time-ordered UUID. */
public record RecordId(java.util.UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
