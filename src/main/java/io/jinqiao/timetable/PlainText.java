package io.jinqiao.timetable;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullUnmarked;

/** Payloads as UTF-8 text: readable in the table, and no Java serialization. */
@NullUnmarked
final class PlainText implements Serializer {
    @Override
    public byte[] serialize(Object data) {
        return data == null ? null : ((String) data).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] stored) {
        return stored == null ? null : type.cast(new String(stored, StandardCharsets.UTF_8));
    }
}
