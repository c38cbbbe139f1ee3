package io.jinqiao.console.rest;

import io.jinqiao.message.FailureCode;
import io.jinqiao.message.Problem;
import io.jinqiao.message.Refusal;

/** Numbers in addresses. */
final class Limits {
    private Limits() {}

    static int between(String field, int number, int min, int max) {
        if (number < min || number > max) {
            throw new Refusal(Problem.at(field, FailureCode.NUMBER_OUT_OF_RANGE, "" + min, "" + max));
        }
        return number;
    }
}
