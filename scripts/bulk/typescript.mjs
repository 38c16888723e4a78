/** Lets a worker read TypeScript. A file of its own, so that tsx is found from here, wherever the command is run. */
import { register } from 'tsx/esm/api'

register()
