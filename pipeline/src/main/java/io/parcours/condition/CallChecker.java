package io.parcours.condition;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the calls of functions, and casts. */
final class CallChecker {

    private static final String COALESCE = "coalesce";

    private final Checker checker;
    private final ZoneId zone;

    CallChecker(Checker checker, ZoneId zone) {
        this.checker = checker;
        this.zone = zone;
    }

    /** The names of all functions, as an error lists them. */
    static List<String> functionNames() {
        Stream<String> fixed = Arrays.stream(Function.values()).map(Function::word);
        return Stream.concat(fixed, Stream.of(COALESCE, "cast")).toList();
    }

    Node node(Syntax.Cast cast) {
        Node operand = checker.node(cast.operand());
        if (operand instanceof NullNode || operand.type().equals(Optional.of(cast.target()))) {
            return NullNode.orTyped(operand, cast.target());
        }
        if (cast.target() == ConditionType.NUMBER && operand instanceof TextNode text) {
            return Constant.folded(NumberNode.of(text, NumberText::parse), List.of(operand));
        }
        if (cast.target() == ConditionType.TEXT && operand instanceof NumberNode number) {
            return Constant.folded(TextNode.of(number, NumberText::write), List.of(operand));
        }
        if (cast.target() == ConditionType.TEXT && operand instanceof FlagNode flag) {
            return Constant.folded(TextNode.of(flag), List.of(operand));
        }
        throw Wording.error(
                cast.position(),
                operand.type().map(Wording::described).orElse("null") + " cannot be cast to "
                        + cast.target().name().toLowerCase(Locale.ROOT));
    }

    Node node(Syntax.Call call) {
        if (call.function().toLowerCase(Locale.ROOT).equals(COALESCE)) {
            return coalesce(call);
        }
        Function function = Function.named(call.function())
                .orElseThrow(() -> Wording.error(
                        call.position(),
                        "unknown function " + Wording.clipped(call.function()),
                        Wording.legalNames(call.function(), "functions", functionNames())));
        if (!function.takes(call.arguments().size())) {
            throw Wording.error(
                    call.position(),
                    function.word() + " does not take " + call.arguments().size() + " arguments",
                    "write " + function.signature());
        }
        List<Node> arguments = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            arguments.add(checker.checked(call.arguments().get(i), function.parameter(i), function.signature()));
        }
        return Constant.folded(function.node(arguments, zone), arguments);
    }

    private Node coalesce(Syntax.Call call) {
        if (call.arguments().isEmpty()) {
            throw Wording.error(call.position(), "coalesce needs arguments", "write coalesce(channel, 'none')");
        }
        List<Node> parts = checker.unified(call.position(), call.arguments().toArray(Syntax[]::new));
        return Constant.folded(Comparing.firstPresent(parts), parts);
    }
}
