package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PartTest {

    @Test
    void attempts_of_one_part_have_files_of_their_own_that_no_reader_takes_for_a_result() {
        assertThat(new Part(7, 1).attemptName())
                .startsWith("_")
                .isNotEqualTo(new Part(7, 2).attemptName())
                .isNotEqualTo(new Part(8, 1).attemptName());
    }

    @Test
    void names_of_files_sort_as_their_numbers() {
        String former = new Part(0, 1).fileName();
        for (int number = 1; number <= 99_998; number++) {
            String name = new Part(number, 1).fileName();
            assertThat(name.compareTo(former)).isPositive();
            former = name;
        }
    }

    @Test
    void the_kinds_of_partitions_follow_each_other_and_cover_all() {
        PartitionPlan plan = new PartitionPlan(3, 2);
        assertThat(plan.histories()).isEqualTo(3);
        assertThat(plan.quarantine(0)).isEqualTo(3);
        assertThat(plan.quarantine(1)).isEqualTo(4);
        assertThat(plan.counts()).isEqualTo(5);
        assertThat(plan.numPartitions()).isEqualTo(6);
        assertThat(plan.getPartition(4)).isEqualTo(4);
        assertThat(plan).isEqualTo(new PartitionPlan(3, 2)).isNotEqualTo(new PartitionPlan(2, 3));
        assertThat(plan).hasSameHashCodeAs(new PartitionPlan(3, 2));
        assertThatThrownBy(() -> new PartitionPlan(0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PartitionPlan(1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
