package io.github.milvusspring.data.repository.support;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.query.Parameters;
import org.springframework.data.repository.query.ParametersSource;

/**
 * The parameters of a query method.
 */
final class QueryMethodParameters extends Parameters<QueryMethodParameters, MilvusParameter> {

	QueryMethodParameters(ParametersSource source) {
		super(source, (parameter) -> new MilvusParameter(parameter, source.getDomainTypeInformation()));
	}

	private QueryMethodParameters(List<MilvusParameter> parameters) {
		super(parameters);
	}

	@Override
	protected QueryMethodParameters createFrom(List<MilvusParameter> parameters) {
		return new QueryMethodParameters(parameters);
	}

	Optional<MilvusParameter> named(String name) {
		return stream().filter((parameter) -> parameter.getName().filter(name::equals).isPresent()).findFirst();
	}

	List<MilvusParameter> scores() {
		return stream().filter(MilvusParameter::isScoreOrRange).toList();
	}

}
