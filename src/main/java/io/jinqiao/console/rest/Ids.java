package io.jinqiao.console.rest;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.PartnerId;
import io.jinqiao.message.Refusal;

/** Ids in addresses: one that cannot be is one that is not there. */
final class Ids {
    private Ids() {}

    static PartnerId partner(String text) {
        try {
            return new PartnerId(text);
        } catch (IllegalArgumentException e) {
            throw new Refusal(FailureCode.RESOURCE_UNKNOWN);
        }
    }
}
