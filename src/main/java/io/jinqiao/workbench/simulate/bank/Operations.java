package io.jinqiao.workbench.simulate.bank;

import io.jinqiao.message.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How banks name operations: by a word in a path, or by the place in the agreed list of transactions. */
final class Operations {
    private static final List<Operation> LIST = Arrays.stream(Operation.values()).filter(o -> o != Operation.STATUS_ENQUIRY).toList();
    private static final int LAST = 99;

    private Operations() {}

    /** {@code loan-application} is {@code loanapplication}. */
    static String word(Operation operation) {
        return operation.id().replace("-", "");
    }

    static Optional<Operation> ofWord(String word) {
        return Arrays.stream(Operation.values()).filter(o -> word(o).equals(word)).findFirst();
    }

    /** Two digits; a status enquiry is the last there can be. */
    static String number(Operation operation) {
        return String.format("%02d", operation == Operation.STATUS_ENQUIRY ? LAST : LIST.indexOf(operation) + 1);
    }

    static Optional<Operation> ofNumber(String number) {
        return Arrays.stream(Operation.values()).filter(o -> number(o).equals(number)).findFirst();
    }
}
