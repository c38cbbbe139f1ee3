package io.jinqiao.workbench.simulate.credit.report;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One thing the Center refuses a record for.
 *
 * @param id as it goes into feedback
 * @param of record types, as {@code 210} or {@code *}
 * @param words in Chinese and English
 */
public record Rule(String id, String of, Stage stage, Basis basis, String words, Check check) {

    /** A record found wrong at one stage is not asked at the next. */
    public enum Stage {
        STRUCTURE,
        CROSS,
        DATABASE
    }

    /** How much of it the sheet tells. */
    public enum Basis {
        /** Condition and id. */
        TOLD,
        /** The condition; the id is this simulator's choice (with {@code ZZ} it is no id of the Center's at all). */
        ID_OURS,
        /** The id; the exact condition is read into it. */
        MEANING_OURS
    }

    /** Looks at a record and names the elements to blame. */
    @FunctionalInterface
    interface Check {
        void look(Reported record, Ledger ledger, Consumer<String> blame);
    }

    /** Told apart from rules with the same id for other records. */
    public String key() {
        return id + " " + of + ": " + words;
    }

    boolean concerns(String type) {
        return of.equals("*") || List.of(of.split(" ")).contains(type);
    }

    static Rule cross(String id, String of, Basis basis, String words, String tag, Predicate<Reported> wrong) {
        return new Rule(id, of, Stage.CROSS, basis, words, (record, ledger, blame) -> {
            if (wrong.test(record)) {
                blame.accept(tag);
            }
        });
    }

    /** @param wrong by what was taken before; blames the whole record */
    static Rule database(String id, String of, Basis basis, String words, java.util.function.BiPredicate<Reported, Ledger> wrong) {
        return new Rule(id, of, Stage.DATABASE, basis, words, (record, ledger, blame) -> {
            if (wrong.test(record, ledger)) {
                blame.accept(Flaw.WHOLE);
            }
        });
    }
}
