package io.jinqiao.mortgage.desk;

import io.jinqiao.message.Answered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer about something else than was asked is heard of nothing: who waits for the right one asks again. */
final class AnotherAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(AnotherAnswer.class);

    private AnotherAnswer() {}

    /** Whether it is one; then somebody is told. @param field what both name */
    static boolean is(Answered answered, String field, String asked, String told) {
        boolean another = !asked.equals(told);
        if (another) {
            LOG.error("ALARM registry {}: the answer to {} is about another {} and is not taken / 登记机构的应答与所询不符，不予采信", answered.partner(), answered.id().value(), field);
        }
        return another;
    }
}
