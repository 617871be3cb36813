package io.parcours.jobs;

import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.apache.spark.sql.internal.SQLConf;
import org.apache.spark.sql.internal.SQLConf$;

/**
 * A statement that is a query and nothing else; parsed before Spark starts, so that a mistake is told at once.
 *
 * @param plan what it says
 * @param guard what it reads
 */
record ParsedQuery(LogicalPlan plan, QueryGuard guard) {

    /**
     * Reads a statement.
     *
     * @throws ParseException when it is no SQL
     * @throws CommandException when it is more than a query
     */
    static ParsedQuery of(String sql) throws ParseException {
        SQLConf settings = new SQLConf();
        // Otherwise ${env:...} in a text is filled in from the environment.
        settings.setConfString("spark.sql.variable.substitute", "false");
        // Times in the text are understood while it is parsed.
        settings.setConfString("spark.sql.session.timeZone", "UTC");
        LogicalPlan plan = SQLConf$.MODULE$.withExistingConf(settings, () -> new SparkSqlParser().parsePlan(sql));
        return new ParsedQuery(plan, QueryGuard.of(plan));
    }
}
