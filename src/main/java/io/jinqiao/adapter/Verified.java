package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.signing.Verdict;

/** Fourth stage: signature and certificate are good; nothing is said of the message's age. */
record Verified(Opened opened, Verdict verdict) {

    Arrived arrived() {
        return opened.arrived();
    }

    Framed framed() {
        return opened.framed();
    }
}
