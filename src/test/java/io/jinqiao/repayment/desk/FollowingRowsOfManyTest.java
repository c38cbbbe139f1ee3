package io.jinqiao.repayment.desk;

import org.junit.jupiter.api.BeforeAll;

/** The same for files that are looked at as a whole, by all cores. */
class FollowingRowsOfManyTest extends FollowingRowsTest {

    @BeforeAll
    static void open() {
        ledgers = Ledgers.ofManyRows();
    }
}
