package io.jinqiao.credit.record;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A segment (信息段).
 *
 * @param mark its letter, such as {@code H}
 * @param element null where the items stand directly in the record
 * @param inside an element around it; null where there is none
 * @param presence by code of the event; {@code always} for records without events; what is not named must not be there
 * @param group what may come several times; null when nothing does
 */
public record SegmentType(
        String mark, @Nullable String element, @Nullable String inside, Title title, Map<String, Presence> presence, List<ItemType> items, @Nullable Group group) {
    static final String ALWAYS = "always";

    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /**
     * @param count the item of the segment that tells how many there are
     * @param unique items of which no two rows have the same values
     */
    public record Group(String element, int count, List<Integer> unique, List<ItemType> items) {}

    /** The same in two languages. */
    public record Title(String zh, String en) {}

    /** What it is called where no element names it. */
    String name() {
        return element == null ? mark : element;
    }

    @Nullable Presence at(@Nullable String event) {
        Presence always = presence.get(ALWAYS);
        return always != null || event == null ? always : presence.get(event);
    }
}
