package io.jinqiao.rulebook;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.jinqiao.message.IllegalValue;
import io.jinqiao.message.Money;
import io.jinqiao.message.Words;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;

/** How value types stand in data files: dates ISO, money in yuan, durations with their unit, enum constants in kebab-case. */
final class ValueTypes extends SimpleModule {
    ValueTypes() {
        super("rulebook");
        addDeserializer(LocalDate.class, new FromText<>(LocalDate::parse));
        addDeserializer(Instant.class, new FromText<>(Instant::parse));
        addDeserializer(Duration.class, new FromText<>(Durations::parse));
        addDeserializer(Money.class, new FromText<>(yuan -> Money.yuan(new BigDecimal(yuan))));
        setDeserializerModifier(new WordsForEnums());
    }

    private static final class WordsForEnums extends BeanDeserializerModifier {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"})
        public JsonDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config, JavaType type, BeanDescription description, JsonDeserializer<?> standard) {
            Class<? extends Enum> words = (Class<? extends Enum>) type.getRawClass();
            return new FromText<>(word -> Words.parse(word, words));
        }
    }

    private static final class FromText<T> extends JsonDeserializer<T> {
        private final transient Function<String, T> parser;

        FromText(Function<String, T> parser) {
            this.parser = parser;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = in.getValueAsString("");
            try {
                return parser.apply(text);
            } catch (IllegalValue e) {
                throw new JsonMappingException(in, "\"" + text + "\" is not one of: " + String.join(", ", e.arguments()));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new JsonMappingException(in, "\"" + text + "\" has the wrong form: " + e.getMessage());
            }
        }
    }
}
