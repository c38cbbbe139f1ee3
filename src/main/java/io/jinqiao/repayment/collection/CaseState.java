package io.jinqiao.repayment.collection;

import io.jinqiao.message.Money;
import io.jinqiao.repayment.ProposeExclusion;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the collection of a loan stands. */
public sealed interface CaseState {

    /** As stored and shown. */
    String word();

    /** In Chinese. */
    String title();

    /** To people of both languages. */
    default String told() {
        return title() + " / " + word();
    }

    /** Whether the case is over. */
    default boolean closed() {
        return false;
    }

    record Collecting() implements CaseState {
        @Override
        public String word() {
            return "collecting";
        }

        @Override
        public String title() {
            return "催收中";
        }
    }

    /**
     * A promise runs; no step is ordered until it is kept or broken.
     *
     * @param given day of the promise: payments after it count
     */
    record Promised(String recordNo, LocalDate given, LocalDate payBy, Money amount) implements CaseState {
        @Override
        public String word() {
            return "promised";
        }

        @Override
        public String title() {
            return "承诺期内";
        }
    }

    /** Not collected, and counted for or against nobody. */
    record Excluded(ProposeExclusion.Why reason) implements CaseState {
        @Override
        public String word() {
            return "excluded";
        }

        @Override
        public String title() {
            return "已排除";
        }
    }

    /** @param sources words of who paid what was overdue; empty where the bank did not say */
    record Cured(LocalDate on, Set<String> sources) implements CaseState {
        @Override
        public String word() {
            return "cured";
        }

        @Override
        public String title() {
            return "已恢复正常";
        }

        @Override
        public boolean closed() {
            return true;
        }
    }

    /** Nothing is owed of the loan any more. */
    record Settled(LocalDate on, Set<String> sources) implements CaseState {
        @Override
        public String word() {
            return "settled";
        }

        @Override
        public String title() {
            return "已结清";
        }

        @Override
        public boolean closed() {
            return true;
        }
    }

    /** First day without a claim; null while it runs. */
    default @Nullable LocalDate closedOn() {
        return this instanceof Cured cured ? cured.on() : this instanceof Settled settled ? settled.on() : null;
    }
}
