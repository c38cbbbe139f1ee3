package io.jinqiao.message;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The centre sends an application back to be completed (退件补正); the clock is paused.
 *
 * @param returnNo the centre's number of this return
 * @param items what to hand in, each a kind of attachment or a field
 * @param dueOn last day to hand in, inclusive
 */
public record ApplicationReturned(
        String returnNo,
        String applicationNo,
        String acceptanceNo,
        String reason,
        List<Item> items,
        LocalDate dueOn)
        implements CanonicalMessage {

    /** One thing to hand in. @param item kind of attachment or name of a field */
    public record Item(String item, @Nullable String remark) {
        static Item read(Fields f) {
            return new Item(f.text("item", 60), f.optionalText("remark", 200));
        }

        Content.Group content() {
            return Content.group().put("item", item).put("remark", remark).build();
        }
    }

    static ApplicationReturned read(Fields f) {
        ApplicationReturned read = new ApplicationReturned(
                f.text("returnNo", 40),
                f.text("applicationNo", 32),
                f.text("acceptanceNo", 40),
                f.text("reason", 500),
                f.rows("items", 1, 50, Item::read),
                f.date("dueOn"));
        f.refuseProblems();
        return read;
    }

    @Override
    public Operation operation() {
        return Operation.APPLICATION_RETURNED;
    }

    @Override
    public String businessKey() {
        return returnNo;
    }

    @Override
    public String subject() {
        return applicationNo;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("returnNo", returnNo)
                .put("applicationNo", applicationNo)
                .put("acceptanceNo", acceptanceNo)
                .put("reason", reason)
                .rows("items", items.stream().map(Item::content).toList())
                .put("dueOn", dueOn)
                .build();
    }
}
