package io.github.milvusspring.journeys;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.github.milvusspring.data.mapping.MilvusEntity;
import io.github.milvusspring.data.mapping.VectorField;
import io.github.milvusspring.data.repository.MilvusRepository;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.annotation.Id;

/**
 * An application of the starter alone, whose rows hold times within documents.
 */
@SpringBootApplication
class JourneysApplication {

}

@MilvusEntity("journeys")
record Journey(@Id String id, List<Stay> stays, Stay first, @VectorField(dimension = 2) float[] embedding) {
}

record Stay(String place, LocalDate from, Instant booked, Duration walk) {
}

interface Journeys extends MilvusRepository<Journey, String> {

}
