package io.jinqiao.assessment.desk;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Refusal;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** One room for all tests of a class, in which nothing has happened when a test begins. */
abstract class WithAssessors {
    static Assessors here;

    @BeforeAll
    static void open() {
        here = new Assessors();
    }

    @AfterAll
    static void close() {
        here.close();
    }

    @BeforeEach
    void forget() {
        here.forget();
    }

    /** What was counted of a measure. */
    static List<String> cases(String measure) {
        return here.lines("case_no, on_day, amounts, short, excluded, remark", "assessment_fact_case WHERE measure = '" + measure + "' ORDER BY case_no");
    }

    static FailureCode refused(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().get(0).code();
    }

    /** What a refusal says. */
    static String why(Runnable work) {
        return catchThrowableOfType(Refusal.class, work::run).problems().toString();
    }
}
