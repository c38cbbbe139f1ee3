package io.jinqiao.workbench.bench.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ClassWriter;
import org.springframework.asm.Opcodes;
import org.springframework.asm.RecordComponentVisitor;
import org.springframework.asm.TypePath;

/**
 * Takes the type annotations, such as {@code @Nullable}, off the components of compiled records. A virtual machine redefines a record that has
 * them once and refuses the second time (seen with 17.0.15 and 25: "attempted to change the Record attribute"), so that PIT could measure
 * only part of it. Nobody reads them while the program runs.
 */
final class PlainRecords {
    private PlainRecords() {}

    /** @return how many records there were */
    static int in(Path classes) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(classes)) {
            all = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        int records = 0;
        for (Path file : all) {
            ClassReader read = new ClassReader(Files.readAllBytes(file));
            if ("java/lang/Record".equals(read.getSuperName())) {
                Files.write(file, plain(read));
                records++;
            }
        }
        return records;
    }

    static byte[] plain(ClassReader read) {
        ClassWriter writer = new ClassWriter(0);
        read.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public RecordComponentVisitor visitRecordComponent(String name, String type, @Nullable String signature) {
                        return new Bare(super.visitRecordComponent(name, type, signature));
                    }
                },
                0);
        return writer.toByteArray();
    }

    private static final class Bare extends RecordComponentVisitor {
        Bare(RecordComponentVisitor to) {
            super(Opcodes.ASM9, to);
        }

        @Override
        public @Nullable AnnotationVisitor visitTypeAnnotation(
                int reference, @Nullable TypePath path, String annotation, boolean visible) {
            return null;
        }
    }
}
