package school.tandem.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A module reads its own tables and joins the roster's; it writes its own alone. Reading is told by
 * the generated packages that a class names; writing by the table that the bytecode pushes as the
 * first argument of {@code insertInto}, {@code update} and their like, and by the schema that an
 * intake merges into.
 */
final class TableOwnership {

    private static final String TABLES = "school.tandemdb.";
    private static final Set<String> READ_BY_ALL = Set.of("roster");
    private static final Set<String> WRITES =
            Set.of(
                    "insertInto",
                    "update",
                    "delete",
                    "deleteFrom",
                    "mergeInto",
                    "truncate",
                    "truncateTable",
                    "loadInto");

    private TableOwnership() {}

    static ArchCondition<JavaClass> nameOnlyTablesOfTheirModule(ModuleMap modules) {
        return new ArchCondition<>("name no tables but their module's and the roster's") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String module = modules.moduleOf(type).orElse("");
                type.getDirectDependenciesFromSelf().stream()
                        .filter(it -> it.getTargetClass().getPackageName().startsWith(TABLES))
                        .filter(it -> {
                            String schema = schema(it.getTargetClass().getPackageName());
                            return !schema.equals(module) && !READ_BY_ALL.contains(schema);
                        })
                        .forEach(it ->
                                events.add(
                                        SimpleConditionEvent.violated(type, it.getDescription())));
            }
        };
    }

    static ArchCondition<JavaClass> writeOnlyTablesOfTheirModule(ModuleMap modules) {
        return new ArchCondition<>("write no tables but their module's") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String module = modules.moduleOf(type).orElse("");
                ClassFile.of().parse(bytes(type)).methods().stream()
                        .flatMap(method -> method.code().stream())
                        .flatMap(code -> writtenSchemas(code).stream())
                        .filter(schema -> !schema.equals(module))
                        .forEach(schema ->
                                events.add(
                                        SimpleConditionEvent.violated(
                                                type,
                                                type.getName() + " writes a table of " + schema)));
            }
        };
    }

    /** The schemas of the tables that a method writes; {@code ?} where the bytecode hides it. */
    private static List<String> writtenSchemas(CodeModel code) {
        List<CodeElement> steps =
                code.elementList().stream().filter(Instruction.class::isInstance).toList();
        return java.util.stream.IntStream.range(0, steps.size())
                .boxed()
                .flatMap(at -> writtenSchema(steps, at).stream())
                .toList();
    }

    private static Optional<String> writtenSchema(List<CodeElement> steps, int at) {
        if (!(steps.get(at) instanceof InvokeInstruction call)) {
            return Optional.empty();
        }
        String owner = call.owner().asInternalName();
        boolean writes =
                owner.equals("org/jooq/DSLContext") && WRITES.contains(call.name().stringValue());
        boolean merges =
                owner.endsWith("/Merge$Target") && call.name().stringValue().equals("<init>");
        if (!writes && !merges) {
            return Optional.empty();
        }
        return switch (firstArgument(steps, at, call.typeSymbol().parameterCount())) {
            case FieldInstruction field when owner(field).startsWith(TABLES) ->
                    Optional.of(schema(owner(field)));
            case ConstantInstruction text when merges ->
                    Optional.of(text.constantValue().toString());
            // A temporary table, or one that the intakes' engine is told.
            default -> Optional.empty();
        };
    }

    /** Walks back from a call to the instruction that pushed its first argument. */
    private static CodeElement firstArgument(List<CodeElement> steps, int call, int arguments) {
        int missing = arguments;
        for (int at = call - 1; at >= 0; at--) {
            missing -= pushed(steps.get(at));
            if (missing <= 0) {
                return steps.get(at);
            }
        }
        return steps.get(call);
    }

    /** How many values more there are on the stack after an instruction than before. */
    private static int pushed(CodeElement step) {
        return switch (step) {
            case FieldInstruction field -> field.opcode() == Opcode.GETSTATIC ? 1 : 0;
            case LoadInstruction load -> 1;
            case ConstantInstruction constant -> 1;
            case java.lang.classfile.instruction.StackInstruction copy -> 1;
            case java.lang.classfile.instruction.ArrayStoreInstruction store -> -3;
            case InvokeInstruction call -> {
                int answer = call.typeSymbol().returnType().descriptorString().equals("V") ? 0 : 1;
                int receiver = call.opcode() == Opcode.INVOKESTATIC ? 0 : 1;
                yield answer - receiver - call.typeSymbol().parameterCount();
            }
            default -> 0;
        };
    }

    private static String owner(FieldInstruction field) {
        return field.owner().asInternalName().replace('/', '.');
    }

    private static String schema(String name) {
        String inside = name.substring(TABLES.length());
        return inside.contains(".") ? inside.substring(0, inside.indexOf('.')) : inside;
    }

    private static byte[] bytes(JavaClass type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = TableOwnership.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
