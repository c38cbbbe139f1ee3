package io.jinqiao.repayment.desk;

import org.junit.jupiter.api.BeforeAll;

/** Everything that holds for a file of few rows holds for one that is looked at as a whole, by all cores. */
class IntakeOfManyRowsTest extends IntakeTest {

    @BeforeAll
    static void open() {
        ledgers = Ledgers.ofManyRows();
    }
}
