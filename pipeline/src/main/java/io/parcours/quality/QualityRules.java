package io.parcours.quality;

import java.io.Serializable;

/**
 * When a log is too bad to publish anything of it.
 *
 * @param maxRejectedShare the largest share of rejected records among those read, 0 to 1; default 0.01. A run above it
 *     stops before anything is published
 */
public record QualityRules(double maxRejectedShare) implements Serializable {
    public static final QualityRules DEFAULT = new QualityRules(0.01);

    public QualityRules {
        if (!(maxRejectedShare >= 0 && maxRejectedShare <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1: " + maxRejectedShare);
        }
    }
}
