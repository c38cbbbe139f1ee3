package io.jinqiao.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The numbers and words of one version of a rule; checked at start to be exactly those the rule asks for. */
record Parameters(Map<String, JsonNode> values) {
    Parameters {
        values = Map.copyOf(values);
    }

    int whole(String name) {
        return value(name).intValue();
    }

    BigDecimal decimal(String name) {
        return value(name).decimalValue();
    }

    List<String> words(String name) {
        List<String> words = new ArrayList<>();
        value(name).forEach(word -> words.add(word.asText()));
        return words;
    }

    private JsonNode value(String name) {
        JsonNode value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the rule did not declare its parameter " + name);
        }
        return value;
    }
}
