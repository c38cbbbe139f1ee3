package io.jinqiao.workbench.bench.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.RecordComponentVisitor;
import org.springframework.asm.TypePath;

class PlainRecordsTest {
    @TempDir
    private Path classes;

    @Test
    void aRecordLosesTheTypeAnnotationsOfItsComponentsAndNothingElse() throws Exception {
        assertThat(typeAnnotations(bytes(Annotated.class))).isEqualTo(1);
        copy(Annotated.class);
        copy(PlainRecordsTest.class);
        assertThat(PlainRecords.in(classes)).isEqualTo(1);

        byte[] bytes = Files.readAllBytes(classes.resolve("Annotated.class"));
        assertThat(typeAnnotations(bytes)).isZero();
        Class<?> plain = new Loader().define(bytes);
        assertThat(plain.getRecordComponents()).extracting(RecordComponent::getName).containsExactly("one", "two");
        var constructor = plain.getDeclaredConstructor(String.class, int.class);
        constructor.setAccessible(true);
        assertThat(constructor.newInstance("a", 1)).hasToString("Annotated[one=a, two=1]");
        assertThat(classes.resolve("PlainRecordsTest.class")).hasBinaryContent(bytes(PlainRecordsTest.class));
    }

    /** On the components of a record. */
    private static int typeAnnotations(byte[] type) {
        AtomicInteger count = new AtomicInteger();
        new ClassReader(type).accept(new ClassVisitor(Opcodes.ASM9) {
            @Override
            public RecordComponentVisitor visitRecordComponent(String name, String of, String signature) {
                return new RecordComponentVisitor(Opcodes.ASM9) {
                    @Override
                    public AnnotationVisitor visitTypeAnnotation(int reference, TypePath path, String annotation, boolean visible) {
                        count.incrementAndGet();
                        return null;
                    }
                };
            }
        }, 0);
        return count.get();
    }

    private void copy(Class<?> type) throws IOException {
        Files.write(classes.resolve(type.getSimpleName() + ".class"), bytes(type));
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            return in.readAllBytes();
        }
    }

    private static final class Loader extends ClassLoader {
        Class<?> define(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }
    }
}

/** By itself in a file of classes: a nested one could not be loaded without what it is nested in. */
record Annotated(@Nullable String one, int two) {}
