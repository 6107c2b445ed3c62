// Ink's hello world, which waits for a key; what a session may weigh is measured against it.
import { render, Text, useInput } from 'ink';
import { createElement } from 'react';

function Hello() {
  useInput(() => {});
  return createElement(Text, undefined, 'Hello, world');
}

render(createElement(Hello));
