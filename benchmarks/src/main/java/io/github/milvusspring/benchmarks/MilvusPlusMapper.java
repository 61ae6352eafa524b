package io.github.milvusspring.benchmarks;

import java.util.ArrayList;
import java.util.List;

import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.common.DataType;
import org.dromara.milvus.plus.annotation.MilvusCollection;
import org.dromara.milvus.plus.annotation.MilvusField;
import org.dromara.milvus.plus.annotation.MilvusIndex;
import org.dromara.milvus.plus.converter.MilvusConverter;
import org.dromara.milvus.plus.core.mapper.BaseMilvusMapper;

/**
 * The mapper of MilvusPlus with the same rows, without the Spring Boot it is made for.
 */
final class MilvusPlusMapper {

	private final List<PlusDoc> docs;

	MilvusPlusMapper(List<Doc> docs) {
		MilvusConverter.convert(PlusDoc.class);
		this.docs = docs.stream().map(PlusDoc::new).toList();
	}

	long upsert(MilvusClientV2 client) {
		return new BaseMilvusMapper<PlusDoc>() {

			@Override
			public MilvusClientV2 getClient() {
				return client;
			}

		}.updateById(this.docs).getData().getUpsertCnt();
	}

	/**
	 * The entity as MilvusPlus wants it.
	 */
	@MilvusCollection(name = "docs")
	static final class PlusDoc {

		@MilvusField(name = "id", dataType = DataType.Int64, isPrimaryKey = true)
		private final Long id;

		@MilvusField(name = "title", dataType = DataType.VarChar)
		private final String title;

		@MilvusField(name = "price", dataType = DataType.Double)
		private final Double price;

		@MilvusIndex
		@MilvusField(name = "embedding", dataType = DataType.FloatVector, dimension = Doc.DIMENSION)
		private final List<Float> embedding;

		PlusDoc(Doc doc) {
			this.id = doc.id();
			this.title = doc.title();
			this.price = doc.price();
			this.embedding = new ArrayList<>(Doc.DIMENSION);
			for (float value : doc.embedding()) {
				this.embedding.add(value);
			}
		}

		Long getId() {
			return this.id;
		}

		String getTitle() {
			return this.title;
		}

		Double getPrice() {
			return this.price;
		}

		List<Float> getEmbedding() {
			return this.embedding;
		}

	}

}
