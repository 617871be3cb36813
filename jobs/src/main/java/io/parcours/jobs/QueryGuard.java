package io.parcours.jobs;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.analysis.UnresolvedRelation;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.plans.QueryPlan;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.trees.TreeNode;
import org.apache.spark.sql.classic.SparkSession;
import scala.collection.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Lets pass what is only a query. A statement may come from a stranger, and Spark's SQL can write files, run programs and
 * call any method of Java: only the kinds of plan that are listed here pass, so that whatever a later Spark can do is
 * refused until somebody has looked at it.
 */
final class QueryGuard {
    private static final String CATALYST = "org.apache.spark.sql.catalyst.";

    /** The kinds of plan that read, choose, join, count and order rows, and nothing else. */
    private static final Set<String> QUERIES = Set.of(
            "analysis.UnresolvedHaving",
            "analysis.UnresolvedInlineTable",
            "analysis.UnresolvedRelation",
            "analysis.UnresolvedSubqueryColumnAliases",
            "analysis.UnresolvedTVFAliases",
            "analysis.UnresolvedTableValuedFunction",
            "expressions.PipeOperator",
            "plans.logical.Aggregate",
            "plans.logical.CTERelationDef",
            "plans.logical.CTERelationRef",
            "plans.logical.Deduplicate",
            "plans.logical.Distinct",
            "plans.logical.Except",
            "plans.logical.Expand",
            "plans.logical.Filter",
            "plans.logical.Generate",
            "plans.logical.GlobalLimit",
            "plans.logical.Intersect",
            "plans.logical.Join",
            "plans.logical.LateralJoin",
            "plans.logical.LocalLimit",
            "plans.logical.LocalRelation",
            "plans.logical.Offset",
            "plans.logical.OneRowRelation",
            "plans.logical.Pivot",
            "plans.logical.Project",
            "plans.logical.Sample",
            "plans.logical.Sort",
            "plans.logical.SubqueryAlias",
            "plans.logical.Union",
            "plans.logical.Unpivot",
            "plans.logical.UnresolvedHint",
            "plans.logical.UnresolvedWith",
            "plans.logical.Window",
            "plans.logical.WithWindowDefinition");

    /** Functions that call any method of Java. */
    private static final List<String> CODE = List.of("reflect", "java_method", "try_reflect");

    private final Set<String> tables = new TreeSet<>();

    private QueryGuard() {}

    /**
     * Looks through a statement as it was parsed.
     *
     * @throws CommandException when it is more than a query
     */
    static QueryGuard of(LogicalPlan plan) {
        QueryGuard guard = new QueryGuard();
        guard.visit(plan);
        return guard;
    }

    /** The names it reads from: of tables, or those it gives to its own parts. */
    Set<String> tables() {
        return tables;
    }

    /** Takes the functions that run code from a session, however they may be called. */
    void disarm(SparkSession spark) {
        CODE.forEach(name -> spark.sessionState().functionRegistry().dropFunction(new FunctionIdentifier(name)));
    }

    private void visit(LogicalPlan plan) {
        requireQuery(plan);
        if (plan instanceof UnresolvedRelation relation) {
            List<String> parts = CollectionConverters.asJava(relation.multipartIdentifier());
            if (parts.size() > 1) {
                throw refused("reads " + String.join(".", parts)
                        + "; a table's name is one word, and files are not read (columns: table.column)");
            }
            tables.add(parts.get(0));
        }
        nodes(plan.expressions()).forEach(this::visitExpression);
        plans(plan.children());
        plans(plan.innerChildren());
    }

    private void visitExpression(Object node) {
        if (node instanceof UnresolvedFunction function) {
            List<String> parts = CollectionConverters.asJava(function.nameParts());
            String name = parts.get(parts.size() - 1);
            if (CODE.stream().anyMatch(name::equalsIgnoreCase)) {
                throw refused("calls " + name + ", which runs code");
            }
        }
        if (node instanceof PlanExpression<?> subquery && subquery.plan() instanceof LogicalPlan plan) {
            visit(plan);
        }
        if (node instanceof Expression expression) {
            nodes(expression.children()).forEach(this::visitExpression);
        }
    }

    private void plans(Seq<?> children) {
        for (Object child : nodes(children)) {
            if (child instanceof LogicalPlan plan) {
                visit(plan);
            } else if (child instanceof Expression) {
                visitExpression(child);
            }
        }
    }

    private static Iterable<?> nodes(Seq<?> nodes) {
        return CollectionConverters.asJava(nodes);
    }

    private static void requireQuery(QueryPlan<?> plan) {
        String name = plan.getClass().getName();
        if (!name.startsWith(CATALYST) || !QUERIES.contains(name.substring(CATALYST.length()))) {
            throw refused("is " + kind(plan) + "; one SELECT, WITH, VALUES or FROM is expected");
        }
    }

    private static String kind(TreeNode<?> plan) {
        return "no query (" + plan.nodeName() + ")";
    }

    private static CommandException refused(String why) {
        return new CommandException(ExitCode.USAGE, "the SQL " + SafeText.of(why));
    }
}
