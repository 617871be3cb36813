package io.parcours.run;

import io.parcours.journey.AsOf;
import java.util.Optional;

/** What an analysis gathers on its way; the source of its part of the manifest. */
final class AnalysisRecord extends PassRecord {
    private final AnalysisRequest request;
    private final String sparkVersion;

    AnalysisRecord(
            AnalysisRequest request, JourneyPlan plan, AsOf asOf, RunTimer timer, Optional<String> sparkVersion) {
        super(plan, asOf, timer);
        this.request = request;
        this.sparkVersion = sparkVersion.orElse(null);
    }

    AnalysisRequest request() {
        return request;
    }

    Optional<String> sparkVersion() {
        return Optional.ofNullable(sparkVersion);
    }
}
