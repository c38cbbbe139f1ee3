package io.jinqiao.adapter;

import io.jinqiao.adapter.codec.Framed;
import io.jinqiao.delivery.Inbox;
import io.jinqiao.message.CanonicalJson;
import io.jinqiao.message.CanonicalMessage;
import io.jinqiao.message.Incoming;

/** Fifth stage: fresh, and in the centre's words. */
record Decoded(Verified verified, CanonicalMessage message) {

    Arrived arrived() {
        return verified.arrived();
    }

    Framed framed() {
        return verified.framed();
    }

    Incoming incoming() {
        return new Incoming(arrived().partner(), framed().id(), arrived().at(), message);
    }

    Inbox.Candidate candidate() {
        return new Inbox.Candidate(
                arrived().partner(),
                message.operation(),
                framed().id(),
                arrived().digest(),
                message.businessKey(),
                CanonicalJson.digest(message));
    }
}
