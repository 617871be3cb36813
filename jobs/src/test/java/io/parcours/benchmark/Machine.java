package io.parcours.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.package$;

/** What the race was run on, and with what. */
final class Machine {
    private Machine() {}

    /** Facts by name, in the order they are told. */
    static Map<String, String> facts() throws SQLException {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("cores", Integer.toString(system.getAvailableProcessors()));
        facts.put("memory", String.format(Locale.ROOT, "%.0f GiB", system.getTotalMemorySize() / Math.pow(2, 30)));
        facts.put("load before", String.format(Locale.ROOT, "%.1f", system.getSystemLoadAverage()));
        facts.put("system", system.getName() + " " + system.getVersion() + " " + system.getArch());
        facts.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        facts.put("spark", package$.MODULE$.SPARK_VERSION());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            facts.put("duckdb", connection.getMetaData().getDatabaseProductVersion());
        }
        return facts;
    }
}
