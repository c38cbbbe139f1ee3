package io.jinqiao.repayment.desk;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** One database of ledgers for all tests of a class; each test has a loan of its own. */
abstract class WithLedgers {
    static Ledgers ledgers;

    @BeforeAll
    static void open() {
        ledgers = new Ledgers();
    }

    @AfterAll
    static void close() {
        ledgers.close();
    }
}
