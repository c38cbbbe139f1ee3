package io.jinqiao.adapter;

import io.jinqiao.delivery.AfterReply;
import io.jinqiao.message.Answered;
import org.springframework.stereotype.Component;

/** Hands the outcome of a message of ours on to the business. */
@Component
class ReplyNews implements AfterReply {
    private final Business business;

    ReplyNews(Business business) {
        this.business = business;
    }

    @Override
    public void accept(Answered answered) {
        business.answered(answered);
    }
}
