package io.github.milvusspring.journeys;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.github.milvusspring.data.core.MilvusTemplate;
import io.github.milvusspring.data.query.Filter;
import io.github.milvusspring.test.autoconfigure.DataMilvusTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DataMilvusTest
class JourneysIT {

	@Test
	void timesWithinDocumentsAreSavedReadAndFound(@Autowired Journeys journeys, @Autowired MilvusTemplate template) {
		Stay stay = new Stay("Basel", LocalDate.of(2026, 2, 28), Instant.parse("2026-01-02T03:04:05.678Z"),
				Duration.ofMinutes(90));
		journeys.save(new Journey("1", List.of(stay, stay), stay, new float[] { 1, 0 }));
		assertThat(journeys.findById("1")).get().satisfies((journey) -> {
			assertThat(journey.stays()).containsExactly(stay, stay);
			assertThat(journey.first()).isEqualTo(stay);
		});
		for (Filter filter : List.of(Filter.where("first.from").is(stay.from()),
				Filter.where("first.booked").is(stay.booked()), Filter.where("first.walk").is(stay.walk()))) {
			assertThat(template.count(filter, Journey.class)).as(filter.toString()).isEqualTo(1);
		}
	}

}
