package io.jinqiao.workbench.partner.fields;

import io.jinqiao.message.Operation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** Which operation a heading or a sheet speaks of: our id, or the name the console shows in Chinese or English. */
final class OperationNames {
    private static final ResourceBundle CHINESE = ResourceBundle.getBundle("console.messages", Locale.ROOT, control());
    private static final ResourceBundle ENGLISH = ResourceBundle.getBundle("console.messages", Locale.ENGLISH, control());

    private OperationNames() {}

    private static ResourceBundle.Control control() {
        return ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    }

    /** The longest name in the text wins: a settlement is no reconciliation of settlements. */
    static Optional<Operation> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Arrays.stream(Operation.values())
                .filter(o -> found(lower, o) > 0)
                .max(Comparator.comparingInt(o -> found(lower, o)));
    }

    /** {@code reply} when the text says so in either language. */
    static String part(String text) {
        return text.toLowerCase(Locale.ROOT).matches("(?s).*(reply|response|answer|out|应答|响应|返回|回执|输出).*") ? "reply" : "request";
    }

    static String title(Operation operation) {
        return CHINESE.getString("operation." + operation.id());
    }

    private static int found(String text, Operation operation) {
        String key = "operation." + operation.id();
        int id = text.contains(operation.id()) ? 100 + operation.id().length() : 0;
        return Math.max(id, Math.max(length(text, CHINESE.getString(key)), length(text, ENGLISH.getString(key).toLowerCase(Locale.ROOT))));
    }

    private static int length(String text, String name) {
        return text.contains(name) ? name.length() : 0;
    }
}
