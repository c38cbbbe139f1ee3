package io.jinqiao.message;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One side's book of an accounting date (对账单), in as many parts as it needs; each part carries its own totals.
 *
 * @param statementNo number of this part
 * @param accountingDate JZRQ
 * @param totals one row for each kind of item, with how many there are in this part and their sum; kinds without an item may be left out
 */
public record Reconciliation(
        String statementNo,
        LocalDate accountingDate,
        int part,
        int parts,
        List<Total> totals,
        List<Item> items)
        implements CanonicalMessage {

    /** What an item is (对账种类). */
    public enum Kind {
        DISBURSEMENT,
        /** money of a disbursement that came back */
        RETURN,
        /** money received, by part */
        RECEIPT,
        /** principal owed at the end of the day */
        BALANCE,
        /** a message whose outcome this side does not know */
        OPEN_UNKNOWN
    }

    public record Total(Kind kind, int count, Money amount) {
        private void tellWrong(Fields f, String place, @Nullable Long found, @Nullable Long sum) {
            if (count != (found == null ? 0 : found)) {
                f.problem(place + "count", FailureCode.FIELDS_DISAGREE, "items");
            }
            if (amount.fen() != (sum == null ? 0 : sum)) {
                f.problem(place + "amount", FailureCode.FIELDS_DISAGREE, "items");
            }
        }

        static Total read(Fields f) {
            return new Total(f.word("kind", Kind.class), f.number("count", 0, 1000), f.moneyOrZero("amount"));
        }

        Content.Group content() {
            return Content.group()
                    .put("kind", kind)
                    .put("count", count)
                    .put("amount", amount)
                    .build();
        }
    }

    /**
     * @param loanAccountNo DKZH; null for a message whose loan has no account yet
     * @param reference instruction, order, report or message the item comes from
     * @param hostSerial YHJSLSH
     * @param parts there exactly for a receipt
     */
    public record Item(
            int itemNo,
            Kind kind,
            @Nullable String loanAccountNo,
            String reference,
            @Nullable String hostSerial,
            Money amount,
            @Nullable InstalmentParts parts) {
        static Item read(Fields f) {
            Item read = new Item(
                    f.number("itemNo", 1, 9999999),
                    f.word("kind", Kind.class),
                    f.optionalText("loanAccountNo", 30),
                    f.text("reference", 64),
                    f.optionalText("hostSerial", 40),
                    f.moneyOrZero("amount"),
                    f.optionalGroup("parts", InstalmentParts::read));
            if (read.kind() != null && (read.kind() == Kind.RECEIPT) != (read.parts() != null)) {
                f.problem("parts", read.parts() == null ? FailureCode.FIELD_MISSING : FailureCode.FIELD_UNEXPECTED);
            } else if (read.parts() != null && read.amount() != null && read.parts().fen() != read.amount().fen()) {
                f.problem("amount", FailureCode.FIELDS_DISAGREE, "parts");
            }
            return read;
        }

        Content.Group content() {
            return Content.group()
                    .put("itemNo", itemNo)
                    .put("kind", kind)
                    .put("loanAccountNo", loanAccountNo)
                    .put("reference", reference)
                    .put("hostSerial", hostSerial)
                    .put("amount", amount)
                    .put("parts", parts == null ? null : parts.content())
                    .build();
        }
    }

    /**
     * The answer that takes it.
     *
     * @param expectedBy when the {@link ReconciliationResult} is expected
     */
    public record Answer(String statementNo, @Nullable Instant receivedAt, @Nullable Instant expectedBy) {
        /** @throws Refusal with every problem */
        public static Answer of(Content.Group content) {
            return AnswerContent.typed(content, Answer::read);
        }

        static Answer read(Fields f) {
            return new Answer(
                    f.text("statementNo", 40),
                    f.optionalInstant("receivedAt"),
                    f.optionalInstant("expectedBy"));
        }

        public Content.Group content() {
            return Content.group()
                    .put("statementNo", statementNo)
                    .put("receivedAt", receivedAt)
                    .put("expectedBy", expectedBy)
                    .build();
        }
    }

    static Reconciliation read(Fields f) {
        Reconciliation read = new Reconciliation(
                f.text("statementNo", 40),
                f.date("accountingDate"),
                f.number("part", 1, 9999),
                f.number("parts", 1, 9999),
                f.rows("totals", 1, 5, Total::read),
                f.rows("items", 0, 1000, Item::read));
        if (read.part() > read.parts()) {
            f.problem("part", FailureCode.FIELDS_DISAGREE, "parts");
        }
        f.refuseProblems();
        read.tellWrongSums(f);
        f.refuseProblems();
        return read;
    }

    /** Sums say nothing while an item is broken: they are looked at last. */
    private void tellWrongSums(Fields f) {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        Map<Kind, Long> sums = new EnumMap<>(Kind.class);
        for (Item item : items) {
            counts.merge(item.kind(), 1L, Long::sum);
            sums.merge(item.kind(), item.amount().fen(), Long::sum);
        }
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < items.size(); i++) {
            if (!numbers.add(items.get(i).itemNo())) {
                f.problem("items[" + i + "].itemNo", FailureCode.RECONCILIATION_ITEM_TWICE);
            }
        }
        for (int i = 0; i < totals.size(); i++) {
            totals.get(i).tellWrong(f, "totals[" + i + "].", counts.remove(totals.get(i).kind()), sums.remove(totals.get(i).kind()));
        }
        if (!counts.isEmpty()) {
            f.problem("totals", FailureCode.FIELD_MISSING);
        }
    }

    @Override
    public Operation operation() {
        return Operation.RECONCILIATION;
    }

    @Override
    public String businessKey() {
        return statementNo;
    }

    @Override
    public @Nullable String subject() {
        return null;
    }

    @Override
    public Content.Group content() {
        return Content.group()
                .put("statementNo", statementNo)
                .put("accountingDate", accountingDate)
                .put("part", part)
                .put("parts", parts)
                .rows("totals", totals.stream().map(Total::content).toList())
                .rows("items", items.stream().map(Item::content).toList())
                .build();
    }
}
