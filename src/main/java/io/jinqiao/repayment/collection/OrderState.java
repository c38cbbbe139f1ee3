package io.jinqiao.repayment.collection;

import io.jinqiao.message.Words;
import java.util.EnumSet;
import java.util.Set;

/** Where an order to the bank stands. */
public enum OrderState {
    /** on its way to the bank, or its answer is not known */
    ISSUED("任务已下达"),
    /** the bank took it */
    TAKEN("银行已接收任务"),
    /** the bank does not take it: a person must look */
    REFUSED("银行未接收任务"),
    /** tried, but nobody was reached */
    TRIED("未联系到"),
    DONE("任务已完成"),
    /** its last day passed without an act */
    MISSED("任务逾期未办"),
    /** the reason for it ended before its last day */
    WITHDRAWN("任务已撤回");

    private final String title;

    OrderState(String title) {
        this.title = title;
    }

    /** To people of both languages. */
    public String told() {
        return title + " / order " + Words.of(this);
    }

    /** What may follow. An act done in time, or that the reason had ended in time, may be told when the order was missed already. */
    public Set<OrderState> next() {
        return switch (this) {
            case ISSUED -> EnumSet.of(TAKEN, REFUSED, TRIED, DONE, MISSED, WITHDRAWN);
            case TAKEN -> EnumSet.of(TRIED, DONE, MISSED, WITHDRAWN);
            case REFUSED -> EnumSet.of(TRIED, DONE);
            case TRIED -> EnumSet.of(DONE, WITHDRAWN);
            case MISSED -> EnumSet.of(TRIED, DONE, WITHDRAWN);
            case DONE, WITHDRAWN -> EnumSet.noneOf(OrderState.class);
        };
    }

    /** Whether the bank still has to do something by the last day. */
    public boolean open() {
        return this == ISSUED || this == TAKEN || this == TRIED;
    }
}
